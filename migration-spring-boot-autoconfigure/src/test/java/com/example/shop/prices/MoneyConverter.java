package com.example.shop.prices;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A converter that no attribute names.
 */
@Converter(autoApply = true)
public class MoneyConverter implements AttributeConverter<Money, Long> {

	@Override
	public Long convertToDatabaseColumn(Money money) {
		return (money != null) ? money.amount().movePointRight(2).longValueExact() : null;
	}

	@Override
	public Money convertToEntityAttribute(Long cents) {
		return (cents != null) ? new Money(java.math.BigDecimal.valueOf(cents, 2)) : null;
	}

}
