/**
 * The catalog test: this kernel and the catalog in; out comes which functions the kernel takes,
 * whether they ship what they should, and what each operation costs here.
 */
package dev.surefoot.agent.catalogtest;
