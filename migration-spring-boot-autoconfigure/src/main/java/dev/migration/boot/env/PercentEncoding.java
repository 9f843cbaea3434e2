package dev.migration.boot.env;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as in RFC 3986, where a plus sign is a plus sign. The JDK decodes HTML
 * forms, where it is a space.
 */
final class PercentEncoding {

	private PercentEncoding() {
	}

	static String decode(String text, String part) throws MalformedUrlException {
		if (text.indexOf('%') < 0) {
			return text;
		}
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		for (int i = 0; i < encoded.length; i++) {
			if (encoded[i] != '%') {
				decoded.write(encoded[i]);
				continue;
			}
			int high = (i + 1 < encoded.length) ? Character.digit(encoded[i + 1], 16) : -1;
			int low = (i + 2 < encoded.length) ? Character.digit(encoded[i + 2], 16) : -1;
			if (high < 0 || low < 0) {
				throw new MalformedUrlException(
						part + " holds a '%' that two hexadecimal digits do not follow (a '%' itself is %25)");
			}
			decoded.write(high * 16 + low);
			i += 2;
		}
		return toText(decoded.toByteArray(), part);
	}

	private static String toText(byte[] bytes, String part) throws MalformedUrlException {
		try {
			// A decoder of its own reports what String would silently replace.
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedUrlException(part + " is percent-encoded, but not as UTF-8");
		}
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
