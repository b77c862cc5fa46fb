// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.surefoot.catalog.elf.ElfObjectReader;
import dev.surefoot.catalog.elf.ElfObjectWriter;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.profile.Feature;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The wire format: {@link #MAGIC}, a version as u16 (little endian), then CBOR (RFC 8949) of the
 * bundle's records. A record is a map from the names of its components; one of a sealed interface
 * has its simple name under {@code @}; an object is the bytes of its ELF file; a set is sorted.
 */
final class BundleFormat {
  static final String MAGIC = "SFBUNDLE";
  static final int VERSION = 1;
  static final int HEADER_BYTES = MAGIC.length() + 2;

  /** The sealed interfaces whose records say which they are. */
  static final List<Class<?>> SEALED =
      List.of(KernelStream.class, UserStage.class, Expression.class, FieldType.class);

  private BundleFormat() {}

  /** Sets a mapper up, whatever notation it writes. */
  static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M configured(B builder) {
    SimpleModule module = new SimpleModule();
    module.addSerializer(new ObjectToElf());
    module.addDeserializer(ObjectDefinition.class, new ElfToObject());
    builder.addMixIn(Rung.class, RungMixin.class);
    for (Class<?> family : SEALED) {
      builder.addMixIn(family, Tagged.class);
      for (Class<?> permitted : family.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
    return builder
        .addModules(module, new Jdk8Module())
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@")
  private interface Tagged {}

  /** How a rung's components are written that need more than their type says. */
  interface RungMixin {
    @JsonSerialize(converter = Sorted.class)
    Set<Feature> requirements();
  }

  /** Sets have no order of their own, but equal bundles must have equal bytes. */
  private static final class Sorted extends StdConverter<Set<Feature>, List<Feature>> {
    @Override
    public List<Feature> convert(Set<Feature> features) {
      return features.stream().sorted().toList();
    }
  }

  private static final class ObjectToElf extends StdScalarSerializer<ObjectDefinition> {
    private static final long serialVersionUID = 1L;

    ObjectToElf() {
      super(ObjectDefinition.class);
    }

    @Override
    public void serialize(ObjectDefinition object, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeBinary(ElfObjectWriter.write(object));
    }
  }

  private static final class ElfToObject extends StdScalarDeserializer<ObjectDefinition> {
    private static final long serialVersionUID = 1L;

    ElfToObject() {
      super(ObjectDefinition.class);
    }

    @Override
    public ObjectDefinition deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return ElfObjectReader.read(in.getBinaryValue());
    }
  }
}
