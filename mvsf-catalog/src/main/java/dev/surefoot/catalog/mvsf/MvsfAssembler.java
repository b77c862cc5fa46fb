// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static dev.surefoot.catalog.isa.MemorySize.B8;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R6;
import static dev.surefoot.catalog.isa.Register.R7;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the MVSFs of a table for a kernel, with nothing that 5.10 lacks. In the programs R6 holds
 * the context, R7 the CPU, R8 the sequence number, R9 the record.
 */
final class MvsfAssembler {
  private final Table table;
  private final KernelProfile profile;
  private final HookValueResolver resolver;
  private final int sequenceSlot;
  private final int stream;

  /**
   * Prepares a function of a table.
   *
   * @param sequenceSlot which u64 of a CPU's sequence area is this program's
   */
  MvsfAssembler(Table table, KernelProfile profile, int sequenceSlot, int stream) {
    if (sequenceSlot >= Loss.AREA_BYTES / Long.BYTES) {
      throw new IllegalArgumentException("a table has at most 8 programs, no slot " + sequenceSlot);
    }
    this.table = table;
    this.profile = profile;
    this.resolver = new HookValueResolver(profile);
    this.sequenceSlot = sequenceSlot;
    this.stream = stream;
  }

  Mvsf build(Mvsf.Purpose purpose) {
    return switch (purpose) {
      case Mvsf.Purpose.Columns(Half half) -> columns(half);
      case Mvsf.Purpose.Cancel(int index) when table.shape() instanceof Table.Shape.Span span ->
          cancel(index, span);
      case Mvsf.Purpose.Cancel _ ->
          throw new IllegalArgumentException(table.name() + " is no span table");
    };
  }

  private Mvsf columns(Half half) {
    List<Column> columns =
        table.columns().stream()
            .filter(column -> column.availableAt(half) && !column.name().equals(RecordHeader.CPU))
            .toList();
    String part = half.name().toLowerCase(Locale.ROOT);
    RecordLayout.Builder layout = RecordHeader.layout(table.name() + "_" + part);
    columns.forEach(column -> layout.add(column.name(), column.type()));
    RecordLayout record = layout.build();
    List<FilledField> fields =
        columns.stream()
            .map(c -> new FilledField(record.field(c.name()), resolver.resolve(c.valueAt(half))))
            .toList();
    Function function = new Function(record);
    function.begin(fields.stream().map(FilledField::value).toList());
    function.ship(fields);
    return function.mvsf(part, new Mvsf.Purpose.Columns(half), table.hook(half));
  }

  private Mvsf cancel(int index, Table.Shape.Span span) {
    Table.Cancel cancel = span.cancels().get(index);
    FieldType keyType = table.column(span.key()).type();
    String part = "cancel" + index;
    RecordLayout record =
        RecordHeader.layout(table.name() + "_" + part)
            .add("ts", FieldType.U64)
            .add(span.key(), keyType)
            .build();
    HookValue clock = new HookValue.Clock();
    HookValue key = resolver.resolve(cancel.key());
    Optional<HookValue> unless = cancel.unless().map(resolver::resolve);
    List<HookValue> read = new ArrayList<>(List.of(clock, key));
    unless.ifPresent(read::add);
    Function function = new Function(record);
    function.begin(read);
    unless.ifPresent(value -> function.exitIfEqual(key, value, keyType));
    function.ship(
        List.of(
            new FilledField(record.field("ts"), clock),
            new FilledField(record.field(span.key()), key)));
    return function.mvsf(part, new Mvsf.Purpose.Cancel(index), cancel.hook());
  }

  /** One function while it is written. */
  private final class Function {
    private final RecordLayout record;
    private final Assembler code;
    private final ValueAssembler values;
    private final StepMarks marks;

    Function(RecordLayout record) {
      this.record = record;
      this.code = new Assembler(record.name());
      this.values = new ValueAssembler(code);
      this.marks = new StepMarks(code, table.name());
    }

    void begin(List<HookValue> read) {
      marks.mark("begin");
      code.mov(R6, R1).callHelper(Helper.GET_SMP_PROCESSOR_ID).mov(R7, R0);
      values.readShared(read);
    }

    void exitIfEqual(HookValue key, HookValue other, FieldType type) {
      marks.mark("unless");
      values.scalar(key);
      code.store(B8, R10, StackSlot.KEY, R0);
      values.scalar(other);
      code.load(B8, R1, R10, StackSlot.KEY);
      Width width = type.bytes() <= Integer.BYTES ? Width.W32 : Width.W64;
      code.ifThen(width, JumpOp.EQ, R0, Operand.of(R1), then -> then.mov(R0, 0).exit());
    }

    void ship(List<FilledField> fields) {
      int areas = MvsfMaps.cpuAreas(profile.possibleCpus());
      new ShippingAssembler(code, values, marks, areas, sequenceSlot).ship(stream, record, fields);
    }

    Mvsf mvsf(String part, Mvsf.Purpose purpose, Hook hook) {
      return new Mvsf(
          table.name() + "." + part,
          purpose,
          hook,
          stream,
          record,
          new ProgramDefinition(hook.section(), code.assemble()),
          MvsfMaps.perCpu(profile.possibleCpus()));
    }
  }
}
