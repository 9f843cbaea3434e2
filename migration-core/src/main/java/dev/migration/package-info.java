/**
 * What people type and read: the words of the product as interfaces, values and errors.
 */
@NullMarked
package dev.migration;

import org.jspecify.annotations.NullMarked;
