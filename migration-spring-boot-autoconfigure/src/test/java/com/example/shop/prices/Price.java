package com.example.shop.prices;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * What something costs.
 */
@Entity
public class Price {

	@Id
	Long id;

	Money amount;

	Weight weight;

}
