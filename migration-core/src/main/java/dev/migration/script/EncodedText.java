package dev.migration.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

import org.springframework.core.io.Resource;

/**
 * Reads the text of a file. Bytes that its encoding does not know are refused: what would
 * stand in their place might end up in the database.
 */
final class EncodedText {

	private EncodedText() {
	}

	/**
	 * Read a file.
	 * @param resource the file
	 * @param encoding what it is in
	 * @return its text
	 * @throws InvalidHeaderException if it cannot be read, or is in another encoding
	 */
	static String read(Resource resource, Charset encoding) throws InvalidHeaderException {
		try {
			return decode(resource.getContentAsByteArray(), encoding);
		}
		catch (IOException ex) {
			throw new InvalidHeaderException("the file cannot be read: " + ex.getMessage());
		}
	}

	private static String decode(byte[] content, Charset encoding) throws InvalidHeaderException {
		CharsetDecoder decoder = encoding.newDecoder();
		CharBuffer text = CharBuffer.allocate((int) Math.ceil(content.length * (double) decoder.maxCharsPerByte()) + 1);
		CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
		if (!result.isError()) {
			result = decoder.flush(text);
		}
		text.flip();
		if (result.isError()) {
			long line = 1 + text.chars().filter((c) -> c == '\n').count();
			throw new InvalidHeaderException("line " + line + " has bytes that are not in " + encoding.name()
					+ "; save the file in it, or set migration.encoding to what the file is in");
		}
		return text.toString();
	}

}
