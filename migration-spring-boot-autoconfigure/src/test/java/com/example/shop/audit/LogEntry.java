package com.example.shop.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * What was done.
 */
@Entity
public class LogEntry {

	@Id
	Long id;

}
