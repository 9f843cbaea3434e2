package dev.migration.boot.event;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

import dev.migration.ExecutedStep;
import dev.migration.MigrationHook;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.boot.autoconfigure.ParticipatingBeans;

/**
 * Publishes the moments of a run as application events. It is a hook, and the last of the
 * beans, so what goes for hooks goes for listeners: they hear of a run that no hook has
 * refused, and what they throw before a commit refuses the run or fails the step.
 */
public class MigrationEventPublisher implements MigrationHook, Ordered, SmartInitializingSingleton {

	private final ConfigurableApplicationContext context;

	private final ParticipatingBeans participants;

	private final EarlyListeners earlyListeners;

	private volatile boolean isStarted;

	/**
	 * Create a new publisher.
	 * @param context where the events are published
	 */
	public MigrationEventPublisher(ConfigurableApplicationContext context) {
		this.context = context;
		this.participants = new ParticipatingBeans(context.getBeanFactory());
		this.earlyListeners = new EarlyListeners(context.getBeanFactory());
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.isStarted = true;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void beforeRun(MigrationRun run) {
		publish(new MigrationRunStartingEvent(this.context, run));
	}

	@Override
	public void beforeStep(MigrationRun run, MigrationStep step) {
		publish(new MigrationStepStartingEvent(this.context, run, step));
	}

	@Override
	public void afterCommit(MigrationRun run, ExecutedStep step) {
		publish(new MigrationStepCompletedEvent(this.context, run, step));
	}

	@Override
	public void onStepFailure(MigrationRun run, MigrationStep step, RuntimeException failure) {
		if (!ParticipatingBeans.isWaiting(failure)) {
			publish(new MigrationStepFailedEvent(this.context, run, step, failure));
		}
	}

	@Override
	public void afterRun(MigrationRun run, MigrationResult result) {
		publish(new MigrationRunCompletedEvent(this.context, run, result));
	}

	@Override
	public void onRunFailure(MigrationRun run, RuntimeException failure) {
		// Who was refused cannot be told of it either.
		if (!ParticipatingBeans.isWaiting(failure)) {
			publish(new MigrationRunFailedEvent(this.context, run, failure));
		}
	}

	/**
	 * A listener that is a bean is made when the first event is published.
	 */
	private void publish(MigrationEvent event) {
		this.participants.make("A listener of the run", () -> {
			if (this.isStarted) {
				this.context.publishEvent(event);
			}
			else {
				this.earlyListeners.publish(() -> this.context.publishEvent(event));
			}
			return event;
		});
	}

}
