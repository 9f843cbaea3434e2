package com.example.hackathon;

import dev.migration.boot.event.MigrationStepCompletedEvent;

import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * The listener of docs/observability.md.
 */
@Component
public class AppliedRevisions implements ApplicationListener<MigrationStepCompletedEvent> {

	@Override
	public void onApplicationEvent(MigrationStepCompletedEvent event) {
		System.out.println(event.getDirection() + " " + event.getStep().revision());
	}

}
