package dev.migration.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/**
 * Who executes steps and why, for the history table.
 *
 * @param name the person or account that asked
 * @param host the host and the process
 * @param reason why, if the request says so
 */
record Executor(String name, String host, @Nullable String reason) {

	static Executor of(@Nullable String name) {
		return new Executor((name != null) ? name : System.getProperty("user.name", "unknown"),
				hostName() + "/" + ProcessHandle.current().pid(), null);
	}

	Executor because(@Nullable String why) {
		return new Executor(this.name, this.host, why);
	}

	private static String hostName() {
		String name = System.getenv("HOSTNAME");
		if (name != null && !name.isBlank()) {
			return name;
		}
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
