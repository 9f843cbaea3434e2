package dev.migration.sample.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * What the request names is not there.
 */
public class NotFoundException extends ErrorResponseException {

	/**
	 * Create a new error.
	 * @param what what the request names, such as {@code team}
	 * @param key the id or name that nothing has
	 */
	public NotFoundException(String what, Object key) {
		super(HttpStatus.NOT_FOUND,
				ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no " + what + " " + key), null);
	}

}
