package dev.migration;

/**
 * What a revision can do.
 */
public interface Operations {

}
