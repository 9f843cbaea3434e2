package dev.migration;

/**
 * What a database calls itself.
 *
 * @param name the name of the product, as {@code DatabaseMetaData} has it
 * @param version the version, as {@code DatabaseMetaData} has it
 */
public record DatabaseProduct(String name, String version) {

}
