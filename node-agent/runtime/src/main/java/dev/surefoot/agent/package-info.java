/** What every part of the agent may say to its user: problems as values. */
package dev.surefoot.agent;
