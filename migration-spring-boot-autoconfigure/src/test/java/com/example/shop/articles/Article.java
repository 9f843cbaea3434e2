package com.example.shop.articles;

import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.envers.Audited;

/**
 * Something that Envers keeps the history of.
 */
@Entity
@Audited
public class Article {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	Long id;

	String title;

	@ElementCollection
	Set<String> tags;

	public void setTitle(String title) {
		this.title = title;
	}

}
