package com.example.shop.prices;

import java.util.Objects;

import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.usertype.UserType;

/**
 * A type that a {@code TypeContributor} adds.
 */
public class WeightType implements UserType<Weight> {

	@Override
	public int getSqlType() {
		return SqlTypes.SMALLINT;
	}

	@Override
	public Class<Weight> returnedClass() {
		return Weight.class;
	}

	@Override
	public boolean equals(Weight one, Weight other) {
		return Objects.equals(one, other);
	}

	@Override
	public int hashCode(Weight weight) {
		return weight.hashCode();
	}

	@Override
	public Weight nullSafeGet(java.sql.ResultSet result, int position, WrapperOptions options)
			throws java.sql.SQLException {
		int grams = result.getInt(position);
		return result.wasNull() ? null : new Weight(grams);
	}

	@Override
	public void nullSafeSet(java.sql.PreparedStatement statement, Weight weight, int index, WrapperOptions options)
			throws java.sql.SQLException {
		statement.setObject(index, (weight != null) ? weight.grams() : null);
	}

	@Override
	public Weight deepCopy(Weight weight) {
		return weight;
	}

	@Override
	public boolean isMutable() {
		return false;
	}

}
