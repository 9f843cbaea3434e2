/**
 * How errors look to the client.
 */
@NullMarked
package dev.migration.sample.web;

import org.jspecify.annotations.NullMarked;
