package dev.migration.sample.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The request contradicts what is there.
 */
public class ConflictException extends ErrorResponseException {

	/**
	 * Create a new error.
	 * @param detail what contradicts what, for the client
	 */
	public ConflictException(String detail) {
		super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail), null);
	}

}
