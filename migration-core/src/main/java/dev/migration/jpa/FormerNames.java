package dev.migration.jpa;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.RenamedFrom;

/**
 * Finds what a class or an attribute was called before.
 */
final class FormerNames {

	private FormerNames() {
	}

	static List<String> of(AnnotatedElement element) {
		RenamedFrom annotation = element.getDeclaredAnnotation(RenamedFrom.class);
		return (annotation != null) ? List.of(annotation.value()) : List.of();
	}

	/**
	 * Return the former names of an attribute, of the field or of the getter.
	 * @param type the class, which need not declare the attribute itself
	 * @param attribute the name of the attribute
	 * @return the names, latest first
	 */
	static List<String> of(@Nullable Class<?> type, String attribute) {
		for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
			for (Field field : each.getDeclaredFields()) {
				if (field.getName().equals(attribute) && !of(field).isEmpty()) {
					return of(field);
				}
			}
			for (Method method : each.getDeclaredMethods()) {
				if (isGetter(method, attribute) && !of(method).isEmpty()) {
					return of(method);
				}
			}
		}
		return List.of();
	}

	private static boolean isGetter(Method method, String attribute) {
		String capitalized = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
		return method.getParameterCount() == 0
				&& Set.of(attribute, "get" + capitalized, "is" + capitalized).contains(method.getName());
	}

}
