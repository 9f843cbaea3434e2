package com.example.shop.orders;

/**
 * What a purchase is sealed with.
 *
 * @param text the text
 */
public record Seal(String text) {

}
