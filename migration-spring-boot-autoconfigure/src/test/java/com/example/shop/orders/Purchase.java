package com.example.shop.orders;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Something that somebody buys.
 */
@Entity
public class Purchase {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	Long id;

	String orderNumber;

	@NotNull
	@Size(max = 80)
	String note;

	@Convert(converter = SealConverter.class)
	Seal seal;

}
