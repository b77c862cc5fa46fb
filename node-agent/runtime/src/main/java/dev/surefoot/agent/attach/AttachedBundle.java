// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.load.LoadedMap;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.LoadedProgram;
import dev.surefoot.agent.load.ProgramStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object whose programs run at their hooks. To end without losing what is already in its maps:
 * {@link #detach}, read the maps a last time, {@link #close}.
 */
public final class AttachedBundle implements AutoCloseable {
  private final LoadedObject object;
  private final List<Link> links;

  private AttachedBundle(LoadedObject object, List<Link> links) {
    this.object = object;
    this.links = links;
  }

  /**
   * Attaches every program, or none. The bundle then owns the object; where it is refused, the
   * caller still does.
   */
  public static AttachResult attach(LoadedObject object) {
    List<Link> links = new ArrayList<>();
    for (LoadedProgram program : AttachOrder.of(object.programs())) {
      try {
        links.add(Link.of(program));
      } catch (BpfException e) {
        detach(links);
        return new AttachResult.Refused(program.name(), program.section(), new Errno(e.errno()));
      }
    }
    return new AttachResult.Attached(new AttachedBundle(object, links));
  }

  /** The object; its maps can be read until {@link #close}. */
  public LoadedObject object() {
    return object;
  }

  /** The map of this name. */
  public LoadedMap map(String name) {
    return object.map(name);
  }

  /** What the kernel knows of each program now, by its name. */
  public Map<String, ProgramStatistics> statistics() {
    Map<String, ProgramStatistics> statistics = new LinkedHashMap<>();
    object.programs().forEach(program -> statistics.put(program.name(), program.statistics()));
    return statistics;
  }

  /** Takes every program off its hook, openings of spans first; the maps stay. */
  public void detach() {
    detach(links);
  }

  private static void detach(List<Link> links) {
    links.reversed().forEach(Link::close);
  }

  @Override
  public void close() {
    detach();
    object.close();
  }
}
