package dev.migration.boot.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Keeps what happened before there was a registry, and hands on what happens from then
 * on.
 */
class RecordedMeters {

	/**
	 * An application that never gets a registry must not fill its memory.
	 */
	private static final int MOST = 10_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final List<Consumer<MeterRegistry>> early = new ArrayList<>();

	private final List<MeterRegistry> registries = new ArrayList<>();

	void add(Consumer<MeterRegistry> recording) {
		this.lock.lock();
		try {
			if (this.registries.isEmpty() && this.early.size() < MOST) {
				this.early.add(recording);
			}
			this.registries.forEach(recording);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Without a composite there can be several registries, each of which gets everything.
	 */
	void replayTo(MeterRegistry registry) {
		this.lock.lock();
		try {
			this.registries.add(registry);
			this.early.forEach((recording) -> recording.accept(registry));
		}
		finally {
			this.lock.unlock();
		}
	}

}
