/** Tests of the SQL front end; each file of {@code src/test/resources/sql} is a case. */
package dev.surefoot.compiler.sql;
