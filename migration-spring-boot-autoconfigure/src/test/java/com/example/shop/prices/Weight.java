package com.example.shop.prices;

import java.io.Serializable;

/**
 * A value that only a type of Hibernate can store.
 *
 * @param grams the grams
 */
public record Weight(int grams) implements Serializable {

}
