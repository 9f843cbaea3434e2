/**
 * The revisions of the database that are written in Java.
 */
@NullMarked
package db.revisions;

import org.jspecify.annotations.NullMarked;
