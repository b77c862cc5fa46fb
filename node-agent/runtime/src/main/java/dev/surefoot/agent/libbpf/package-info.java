/**
 * The system's libbpf and the few functions of the C library that go with it: C names in, numbers
 * and addresses out. Everything native goes through here. An address that is 0 must never be passed
 * on: libbpf does not check, and the process would die.
 */
package dev.surefoot.agent.libbpf;
