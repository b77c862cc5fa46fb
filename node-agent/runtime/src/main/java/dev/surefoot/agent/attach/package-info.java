/**
 * Onto the hooks: a loaded object in; out comes one that runs until it is closed or its process
 * ends, however that happens, because only this process's links hold it.
 */
package dev.surefoot.agent.attach;
