// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleArrowsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Other modules' test classes come as jars once the build packages them.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.surefoot");

  private static final String CRDS = "dev.surefoot.crds..";
  private static final String CATALOG = "dev.surefoot.catalog..";
  private static final String COMPILER = "dev.surefoot.compiler..";
  private static final String AGENT = "dev.surefoot.agent..";

  @ParameterizedTest
  @ValueSource(strings = {CRDS, CATALOG, COMPILER, AGENT, "dev.surefoot.cli.."})
  void everyModuleIsLookedAt(String module) {
    String prefix = module.replace("..", ".");
    assertThat(CLASSES.stream().map(type -> type.getName()))
        .anyMatch(name -> name.startsWith(prefix));
  }

  @Test
  void resourcesKnowNothingOfTheRest() {
    classes()
        .that()
        .resideInAPackage(CRDS)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CRDS, "java..", "org.snakeyaml..")
        .because("an API server's client must be able to use them without a compiler or a kernel")
        .check(CLASSES);
  }

  @Test
  void catalogKnowsNothingOfTheRest() {
    classes()
        .that()
        .resideInAPackage(CATALOG)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CATALOG, "java..", "com.fasterxml.jackson..", "org.snakeyaml..")
        .because("both sides of the wire share it: no Kubernetes, no native code")
        .check(CLASSES);
  }

  @Test
  void onlyTheWireAndTheProfileHaveAFormat() {
    noClasses()
        .that()
        .resideInAPackage(CATALOG)
        .and()
        .resideOutsideOfPackages("dev.surefoot.catalog.bundle..", "dev.surefoot.catalog.profile..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson..", "org.snakeyaml..")
        .because("instructions, objects and schema are the same whatever they travel in")
        .check(CLASSES);
  }

  @Test
  void compilerSeesNeitherAgentNorNativeCode() {
    noClasses()
        .that()
        .resideInAPackage(COMPILER)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AGENT, CRDS, "dev.surefoot.cli..", "com.sun.jna..", "io.quarkus..")
        .because("it is a pure library: it compiles for kernels that are elsewhere")
        .check(CLASSES);
  }

  @Test
  void agentNeverSeesTheCompiler() {
    noClasses()
        .that()
        .resideInAPackage(AGENT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(COMPILER, CRDS, "dev.surefoot.cli..", "org.apache.calcite..")
        .because("what it needs of a query comes over the wire, in a bundle")
        .check(CLASSES);
  }

  @Test
  void theMiddleKnowsNoSql() {
    noClasses()
        .that()
        .resideInAPackage(COMPILER)
        .and()
        .resideOutsideOfPackages("dev.surefoot.compiler.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.surefoot.compiler.sql..", "org.apache.calcite..")
        .because("other languages come to the same plans, forms and bytecode")
        .check(CLASSES);
  }

  @Test
  void nativeCodeIsCalledInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.surefoot.agent..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .because("a wrong pointer ends the process: few may hold one")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.surefoot.(**)")
        .should()
        .beFreeOfCycles()
        .because("a package is read and tested after those that it uses")
        .check(CLASSES);
  }
}
