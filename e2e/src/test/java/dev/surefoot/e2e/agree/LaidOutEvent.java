// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.catalog.interpreter.KernelMemory;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import dev.surefoot.compiler.reference.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An event as a program at its hook meets it. */
final class LaidOutEvent {
  private final HookEvent event;
  private final byte[] context;
  private final ScriptedEnvironment environment;

  private LaidOutEvent(HookEvent event, byte[] context, ScriptedEnvironment environment) {
    this.event = event;
    this.context = context;
    this.environment = environment;
  }

  HookEvent event() {
    return event;
  }

  byte[] context() {
    return context.clone();
  }

  ScriptedEnvironment environment() {
    return environment;
  }

  static LaidOutEvent of(HookEvent event) {
    KernelMemory memory = new KernelMemory();
    ObjectLayout layout = new ObjectLayout(memory);
    Task task = event.current();
    layout.put(task.object(), task.address());
    ByteBuffer context =
        ByteBuffer.allocate(Long.BYTES * event.parameters().size()).order(ByteOrder.LITTLE_ENDIAN);
    for (Object parameter : event.parameters()) {
      switch (parameter) {
        case Long number -> context.putLong(number);
        case KernelObject object -> context.putLong(layout.put(object));
        case Task other -> {
          layout.put(other.object(), other.address());
          context.putLong(other.address());
        }
        default -> throw new IllegalArgumentException("no parameter: " + parameter);
      }
    }
    ScriptedEnvironment environment =
        new ScriptedEnvironment()
            .at(event.nanos())
            .in((int) task.pid(), (int) task.tid())
            .as((int) task.uid(), (int) task.gid())
            .named(Bytes.text(task.comm()))
            .on(event.cpu())
            .inCgroup(task.cgroup())
            .withTask(task.address(), memory);
    return new LaidOutEvent(event, context.array(), environment);
  }
}
