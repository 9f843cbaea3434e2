package dev.migration.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.Column;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange.Edit;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;

/**
 * Renders operations on enum types for PostgreSQL, where they are types of their own.
 */
final class PostgresqlEnumTypes extends EnumTypeRenderer {

	PostgresqlEnumTypes(StandardRenderer renderer) {
		super(renderer);
	}

	/**
	 * The type may be there already: another column has it, or had it.
	 */
	@Override
	public List<SqlStatement> required(Column column) {
		Type type = column.type().forDialect(renderer().dialect().id());
		while (type instanceof Type.Array array) {
			type = array.element();
		}
		return (type instanceof Type.Enumeration enumeration) ? one(createUnlessThere(enumeration.enumType()))
				: List.of();
	}

	@Override
	public List<SqlStatement> createEnumType(EnumTypeOperation.CreateEnumType operation) {
		return one(operation.ifNotExists() ? createUnlessThere(operation.type()) : create(operation.type()));
	}

	private String create(EnumType type) {
		return "CREATE TYPE " + quote(type.name()) + " AS ENUM " + values(type);
	}

	private String values(EnumType type) {
		return type.values().stream().map(this::literal).collect(Collectors.joining(", ", "(", ")"));
	}

	private String createUnlessThere(EnumType type) {
		String name = literal(quote(type.name()));
		String labels = "(SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = to_regtype("
				+ name + "))";
		return Blocks.run("IF to_regtype(" + name + ") IS NULL THEN\n\t" + create(type) + ";\nELSIF " + labels
				+ " IS DISTINCT FROM ARRAY["
				+ type.values().stream().map(this::literal).collect(Collectors.joining(", "))
				+ "]::text[] THEN\n\tRAISE EXCEPTION 'The enum type % is there with other values: %', " + name + ", "
				+ labels + "\n\t\tUSING HINT = 'Change its values first, with op.alterEnumType(…).';\nEND IF");
	}

	@Override
	public List<SqlStatement> alterEnumType(EnumTypeOperation.AlterEnumType operation) {
		if (operation.change().edits().stream().anyMatch((edit) -> edit instanceof Edit.Remove)) {
			return new EnumTypeRebuild(renderer(), operation).render();
		}
		List<SqlStatement> statements = new ArrayList<>();
		operation.result();
		for (Edit edit : operation.change().edits()) {
			statements.add(new SqlStatement("ALTER TYPE " + quote(operation.type().name()) + " " + change(edit)));
		}
		return statements;
	}

	private String change(Edit edit) {
		if (edit instanceof Edit.Rename rename) {
			return "RENAME VALUE " + literal(rename.value()) + " TO " + literal(rename.newValue());
		}
		Edit.Add add = (Edit.Add) edit;
		String sql = "ADD VALUE " + literal(add.value());
		if (add.before() != null) {
			return sql + " BEFORE " + literal(add.before());
		}
		return (add.after() != null) ? sql + " AFTER " + literal(add.after()) : sql;
	}

	private String literal(String value) {
		return renderer().dialect().literal(value);
	}

	@Override
	public List<SqlStatement> dropEnumType(EnumTypeOperation.DropEnumType operation) {
		QualifiedName name = operation.name();
		return one("DROP TYPE " + ifExists(operation.ifExists()) + quote(name));
	}

}
