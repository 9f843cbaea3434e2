package dev.migration.dialect;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product and version of a database server.
 *
 * @param product the name that the product gives itself, such as {@code MariaDB}
 * @param major the first number of the version
 * @param minor the second number
 * @param patch the third number
 */
public record ServerVersion(String product, int major, int minor, int patch) implements Comparable<ServerVersion> {

	private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

	private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
		.thenComparingInt(ServerVersion::minor)
		.thenComparingInt(ServerVersion::patch);

	/**
	 * Read a version.
	 * @param product the name of the product
	 * @param version the version as the server gives it, such as
	 * {@code 16.4 (Debian 16.4-1)}; the first numbers in it count
	 * @return the version; zeros for what it does not say
	 */
	public static ServerVersion parse(String product, String version) {
		Matcher numbers = NUMBERS.matcher(version);
		if (!numbers.find()) {
			return new ServerVersion(product, 0, 0, 0);
		}
		return new ServerVersion(product, number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
	}

	private static int number(String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	/**
	 * Return whether this version is another one or later. The product is not compared.
	 * @param otherMajor the first number of the other version
	 * @param otherMinor the second number
	 * @return whether it is
	 */
	public boolean isAtLeast(int otherMajor, int otherMinor) {
		return this.major > otherMajor || (this.major == otherMajor && this.minor >= otherMinor);
	}

	/**
	 * Compare the numbers. The product is not compared.
	 */
	@Override
	public int compareTo(ServerVersion other) {
		return ORDER.compare(this, other);
	}

	/**
	 * Return the version for people.
	 * @return for example {@code MariaDB 10.11.6}
	 */
	@Override
	public String toString() {
		return this.product + " " + this.major + "." + this.minor + ((this.patch > 0) ? "." + this.patch : "");
	}

}
