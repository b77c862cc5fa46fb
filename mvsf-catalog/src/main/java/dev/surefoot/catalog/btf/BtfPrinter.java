// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Types as C has them, for people. */
public final class BtfPrinter {
  private final Btf btf;

  /** A printer of this BTF's types. */
  public BtfPrinter(Btf btf) {
    this.btf = btf;
  }

  /** The type's definition, or for a type without a body its declaration. */
  public String define(int id) {
    return switch (btf.type(id)) {
      case BtfType.Composite composite -> body(composite) + ";";
      case BtfType.Enumeration type -> values("enum", type.name(), type.values()) + ";";
      case BtfType.Enumeration64 type -> values("enum", type.name(), type.values()) + ";";
      case BtfType.Typedef(String name, int target) -> "typedef " + declare(target, name) + ";";
      case BtfType.Function(String name, int prototype, var linkage) ->
          linkage(linkage) + declare(prototype, name) + ";";
      case BtfType.Variable(String name, int type, var linkage) ->
          linkage(linkage) + declare(type, name) + ";";
      case BtfType.DataSection section -> section(section);
      case BtfType.DeclarationTag(String name, int target, int component) ->
          "tag \"%s\" on %s, component %d;".formatted(name, btf.type(target).name(), component);
      case BtfType.VoidType _,
          BtfType.Int _,
          BtfType.Pointer _,
          BtfType.Array _,
          BtfType.Forward _,
          BtfType.Volatile _,
          BtfType.Const _,
          BtfType.Restrict _,
          BtfType.Prototype _,
          BtfType.FloatingPoint _,
          BtfType.TypeTag _ ->
          declare(id, "") + ";";
    };
  }

  /** A declaration of {@code declarator} with this type: {@code int *} of {@code p[3]}. */
  public String declare(int id, String declarator) {
    return switch (btf.type(id)) {
      case BtfType.VoidType _ -> join("void", declarator);
      case BtfType.Pointer(int target) ->
          declare(target, bindsTighter(target) ? "(*" + declarator + ")" : "*" + declarator);
      case BtfType.Array(int element, _, int length) ->
          declare(element, declarator + "[" + Integer.toUnsignedString(length) + "]");
      case BtfType.Prototype(int result, var parameters) ->
          declare(result, declarator + "(" + parameters(parameters) + ")");
      case BtfType.Const(int target) -> qualified("const", target, declarator);
      case BtfType.Volatile(int target) -> qualified("volatile", target, declarator);
      case BtfType.Restrict(int target) -> qualified("restrict", target, declarator);
      case BtfType.TypeTag(String tag, int target) ->
          qualified("__attribute__((btf_type_tag(\"" + tag + "\")))", target, declarator);
      case BtfType.Struct type -> join(nameOrBody("struct", type), declarator);
      case BtfType.Union type -> join(nameOrBody("union", type), declarator);
      case BtfType.Enumeration type -> join(nameOrValues(type.name(), type.values()), declarator);
      case BtfType.Enumeration64 type -> join(nameOrValues(type.name(), type.values()), declarator);
      case BtfType.Forward(String name, boolean union) ->
          join((union ? "union " : "struct ") + name, declarator);
      case BtfType.Int type -> join(type.name(), declarator);
      case BtfType.Typedef type -> join(type.name(), declarator);
      case BtfType.FloatingPoint type -> join(type.name(), declarator);
      case BtfType.Function(String name, int prototype, _) -> declare(prototype, name);
      case BtfType.Variable(String name, int type, _) -> declare(type, name);
      case BtfType.DataSection section -> section.name();
      case BtfType.DeclarationTag tag -> tag.name();
    };
  }

  private boolean bindsTighter(int target) {
    BtfKind kind = btf.kind(target);
    return kind == BtfKind.ARRAY || kind == BtfKind.PROTOTYPE;
  }

  /** A qualifier of a pointer follows the star, any other precedes the type. */
  private String qualified(String qualifier, int target, String declarator) {
    return btf.kind(target) == BtfKind.POINTER
        ? declare(target, join(qualifier, declarator))
        : qualifier + " " + declare(target, declarator);
  }

  private String parameters(List<BtfType.Parameter> parameters) {
    return parameters.isEmpty()
        ? "void"
        : IntStream.range(0, parameters.size())
            .mapToObj(i -> parameter(parameters.get(i), i == parameters.size() - 1))
            .collect(Collectors.joining(", "));
  }

  private String parameter(BtfType.Parameter parameter, boolean last) {
    return last && parameter.type() == 0 ? "..." : declare(parameter.type(), parameter.name());
  }

  private String nameOrBody(String keyword, BtfType.Composite type) {
    return type.name().isEmpty() ? body(type) : keyword + " " + type.name();
  }

  private String body(BtfType.Composite type) {
    String keyword = type instanceof BtfType.Struct ? "struct" : "union";
    String members = type.members().stream().map(this::member).collect(Collectors.joining());
    return join(keyword, type.name()) + " {\n" + members + "}";
  }

  private String member(BtfType.Member member) {
    String width = member.bitFieldBits() == 0 ? "" : ":" + member.bitFieldBits();
    return inner(declare(member.type(), member.name() + width) + ";" + offset(member));
  }

  private static String inner(String text) {
    return text.indent(2);
  }

  private static String offset(BtfType.Member member) {
    return member.bitOffset() % 8 == 0
        ? " /* " + member.bitOffset() / 8 + " */"
        : " /* " + member.bitOffset() / 8 + "." + member.bitOffset() % 8 + " */";
  }

  private static String nameOrValues(String name, List<BtfType.Enumerator> values) {
    return name.isEmpty() ? values("enum", "", values) : "enum " + name;
  }

  private static String values(String keyword, String name, List<BtfType.Enumerator> values) {
    String list =
        values.stream()
            .map(value -> value.name() + " = " + value.value())
            .collect(Collectors.joining(", "));
    return join(keyword, name) + " { " + list + " }";
  }

  private String section(BtfType.DataSection section) {
    String entries =
        section.entries().stream()
            .map(entry -> inner(declare(entry.type(), "") + "; /* " + entry.offset() + " */"))
            .collect(Collectors.joining());
    return "section " + section.name() + " {\n" + entries + "};";
  }

  private static String linkage(BtfLinkage linkage) {
    return switch (linkage) {
      case STATIC -> "static ";
      case GLOBAL -> "";
      case EXTERN -> "extern ";
    };
  }

  private static String join(String left, String right) {
    return right.isEmpty() ? left : left.isEmpty() ? right : left + " " + right;
  }
}
