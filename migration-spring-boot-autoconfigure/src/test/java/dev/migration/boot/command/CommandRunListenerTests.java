package dev.migration.boot.command;

import com.example.shop.orders.Purchase;
import dev.migration.boot.jpa.ClosedEntityManagers;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class CommandRunListenerTests {

	@Test
	void aContextOpensAnEntityManagerFactoryThoughItIsLazy() {
		try (GenericApplicationContext context = contextWithoutProvider()) {
			assertThatException().isThrownBy(context::refresh);
		}
	}

	@Test
	void anEntityManagerFactoryStaysClosed() {
		try (GenericApplicationContext context = contextWithoutProvider()) {
			context.addBeanFactoryPostProcessor(new ClosedEntityManagers());
			context.refresh();
			assertThat(context.isActive()).isTrue();
		}
	}

	private static GenericApplicationContext contextWithoutProvider() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(LocalContainerEntityManagerFactoryBean.class, () -> {
			LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
			factory.setPackagesToScan(Purchase.class.getPackageName());
			return factory;
		}, (definition) -> definition.setLazyInit(true));
		return context;
	}

}
