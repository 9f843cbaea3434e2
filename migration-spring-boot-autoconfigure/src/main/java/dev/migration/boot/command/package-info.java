/**
 * Command mode: {@code java -jar app.jar migrate …} runs one command in the application's
 * own configuration and ends.
 */
@NullMarked
package dev.migration.boot.command;

import org.jspecify.annotations.NullMarked;
