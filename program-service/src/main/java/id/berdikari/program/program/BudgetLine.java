package id.berdikari.program.program;

import id.berdikari.kit.money.Money;
import jakarta.persistence.Embeddable;

@Embeddable
record BudgetLine(String description, Money amount) {}
