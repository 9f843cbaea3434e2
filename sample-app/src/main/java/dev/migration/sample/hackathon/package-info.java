/**
 * The event and how far it is.
 */
@NullMarked
package dev.migration.sample.hackathon;

import org.jspecify.annotations.NullMarked;
