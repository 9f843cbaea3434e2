package dev.migration.autogenerate;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.Computed;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Rename;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.UniqueConstraint;

/**
 * Says how a schema looks when something in it has another name: whatever points to it
 * follows, as databases do it.
 */
final class RenamedSchema {

	private final Schema schema;

	private final UnaryOperator<String> quote;

	private RenamedSchema(Schema schema, UnaryOperator<String> quote) {
		this.schema = schema;
		this.quote = quote;
	}

	/**
	 * Rename something.
	 * @param schema the schema
	 * @param rename what gets another name
	 * @param quote writes a name as the dialect does
	 * @return the schema as it then is
	 */
	static Schema after(Schema schema, Rename rename, UnaryOperator<String> quote) {
		RenamedSchema before = new RenamedSchema(schema, quote);
		return (rename instanceof Rename.OfTable table) ? before.table(table.from(), table.to())
				: before.column(((Rename.OfColumn) rename).from(), ((Rename.OfColumn) rename).to());
	}

	private Schema table(QualifiedName from, String to) {
		UnaryOperator<QualifiedName> name = (table) -> table.equals(from) ? from.sibling(to) : table;
		List<Table> tables = this.schema.tables().stream().map((table) -> table(table, name)).toList();
		List<Index> indexes = this.schema.indexes()
			.stream()
			.map((index) -> index.onTable(name.apply(index.table())))
			.toList();
		return new Schema(tables, indexes, this.schema.sequences(), this.schema.enumTypes(), this.schema.schemas());
	}

	private static Table table(Table table, UnaryOperator<QualifiedName> name) {
		return table.named(name.apply(table.name()))
			.withForeignKeys(
					table.foreignKeys().stream().map((key) -> key.to(name.apply(key.referencedTable()))).toList());
	}

	private Schema column(ColumnName from, String to) {
		Renaming renaming = new Renaming(from.column(), to, this.quote, isStoredInCapitals(from));
		List<Table> tables = this.schema.tables()
			.stream()
			.map((table) -> table.name().equals(from.table()) ? renaming.inside(table) : table)
			.map((table) -> referring(table, from.table(), renaming))
			.toList();
		List<Index> indexes = this.schema.indexes()
			.stream()
			.map((index) -> index.table().equals(from.table()) ? renaming.of(index) : index)
			.toList();
		return new Schema(tables, indexes, this.schema.sequences(), this.schema.enumTypes(), this.schema.schemas());
	}

	/**
	 * Return whether a name in capitals and in quotes can only mean this column, as where
	 * a server stores what has no quotes so.
	 */
	private boolean isStoredInCapitals(ColumnName column) {
		String capitals = column.column().toUpperCase(Locale.ROOT);
		return this.quote.apply(column.column()).equals(column.column())
				&& this.schema.table(column.table()).filter((table) -> table.column(capitals) == null).isPresent();
	}

	private static Table referring(Table table, QualifiedName renamed, Renaming renaming) {
		return table.withForeignKeys(table.foreignKeys()
			.stream()
			.map((key) -> key.referencedTable().equals(renamed) ? renaming.referenced(key) : key)
			.toList());
	}

	/**
	 * A column of one table that gets another name.
	 *
	 * @param from its name
	 * @param to its new name
	 * @param quote writes a name as the dialect does
	 * @param isStoredInCapitals whether the name in capitals means the same column
	 */
	private record Renaming(String from, String to, UnaryOperator<String> quote, boolean isStoredInCapitals) {

		Table inside(Table table) {
			PrimaryKey key = table.primaryKey();
			return new Table(table.name(), table.columns().stream().map(this::of).toList(),
					(key != null) ? new PrimaryKey(key.name(), of(key.columns()), key.deferral()) : null,
					table.uniqueConstraints().stream().map(this::of).toList(),
					table.foreignKeys().stream().map(this::of).toList(),
					table.checkConstraints().stream().map(this::of).toList(),
					table.exclusionConstraints().stream().map(this::of).toList(), table.comment(), table.options());
		}

		private String of(String column) {
			return column.equals(this.from) ? this.to : column;
		}

		private List<String> of(List<String> columns) {
			return columns.stream().map(this::of).toList();
		}

		private Column of(Column column) {
			Computed computed = column.computed();
			Column renamed = column.named(of(column.name()));
			return (computed != null)
					? renamed.computed(new Computed(expression(computed.expression()), computed.isStored())) : renamed;
		}

		private UniqueConstraint of(UniqueConstraint unique) {
			return new UniqueConstraint(unique.name(), of(unique.columns()), unique.deferral(),
					unique.isNullsNotDistinct(), of(unique.include()));
		}

		private ForeignKey of(ForeignKey key) {
			return new ForeignKey(key.name(), of(key.columns()), key.referencedTable(), key.referencedColumns(),
					key.onDelete(), key.onUpdate(), key.match(), key.deferral(), key.isNotValid());
		}

		ForeignKey referenced(ForeignKey key) {
			return new ForeignKey(key.name(), key.columns(), key.referencedTable(), of(key.referencedColumns()),
					key.onDelete(), key.onUpdate(), key.match(), key.deferral(), key.isNotValid());
		}

		private CheckConstraint of(CheckConstraint check) {
			return new CheckConstraint(check.name(), expression(check.condition()), check.isNotValid());
		}

		private ExclusionConstraint of(ExclusionConstraint exclusion) {
			return new ExclusionConstraint(exclusion.name(), exclusion.method(),
					exclusion.parts()
						.stream()
						.map((part) -> new ExclusionConstraint.Part(of(part.part()), part.operator()))
						.toList(),
					optional(exclusion.where()), exclusion.deferral());
		}

		Index of(Index index) {
			return new Index(index.name(), index.table(), index.parts().stream().map(this::of).toList(),
					index.isUnique(), index.isConcurrent(), index.method(), optional(index.where()),
					of(index.include()), index.isNullsNotDistinct(), index.storageParameters());
		}

		private IndexPart of(IndexPart part) {
			return new IndexPart(part.isExpression() ? expression(part.text()) : of(part.text()), part.isExpression(),
					part.isDescending(), part.nulls(), part.collation(), part.operatorClass(), part.prefixLength());
		}

		private @Nullable String optional(@Nullable String expression) {
			return (expression != null) ? expression(expression) : null;
		}

		/**
		 * Replace the name outside of strings. If that misses one, the comparison finds
		 * the expression changed, and it is made anew.
		 */
		private String expression(String sql) {
			String capitals = this.isStoredInCapitals ? this.from.toUpperCase(Locale.ROOT) : this.from;
			String quoted = Stream
				.of(this.quote.apply(this.from), in('"', this.from), in('`', this.from), in('"', capitals))
				.filter((text) -> !text.equals(this.from))
				.map(Pattern::quote)
				.collect(Collectors.joining("|"));
			Pattern pattern = Pattern
				.compile("'(?:[^']|'')*'|" + quoted + "|(?<![\\w$\"`])" + Pattern.quote(this.from) + "(?![\\w$\"`])");
			return pattern.matcher(sql)
				.replaceAll((match) -> Matcher
					.quoteReplacement(match.group().startsWith("'") ? match.group() : renamed(match.group())));
		}

		/**
		 * A name keeps its quotes, unless the dialect only has them where it must.
		 */
		private String renamed(String written) {
			if (written.equals(this.quote.apply(this.from))) {
				return this.quote.apply(this.to);
			}
			if (written.equals(this.from)) {
				return this.to;
			}
			boolean isFolded = !written.equals(in(written.charAt(0), this.from));
			boolean isPlain = this.quote.apply(this.to).equals(this.to);
			return in(written.charAt(0), (isFolded && isPlain) ? this.to.toUpperCase(Locale.ROOT) : this.to);
		}

		private static String in(char mark, String name) {
			String text = String.valueOf(mark);
			return text + name.replace(text, text + text) + text;
		}

	}

}
