/**
 * What Hibernate needs to know of schemas that revisions make.
 */
@NullMarked
package dev.migration.boot.jpa;

import org.jspecify.annotations.NullMarked;
