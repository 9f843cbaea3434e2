package com.example.shop.prices;

import java.math.BigDecimal;

/**
 * An amount that a converter stores.
 *
 * @param amount the amount
 */
public record Money(BigDecimal amount) {

}
