package com.example.shop.orders;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.springframework.core.env.Environment;

/**
 * A converter that only Spring can make.
 */
@Converter
public class SealConverter implements AttributeConverter<Seal, String> {

	private final Environment environment;

	SealConverter(Environment environment) {
		this.environment = environment;
	}

	@Override
	public String convertToDatabaseColumn(Seal seal) {
		return (seal != null) ? this.environment.resolvePlaceholders(seal.text()) : null;
	}

	@Override
	public Seal convertToEntityAttribute(String text) {
		return (text != null) ? new Seal(text) : null;
	}

}
