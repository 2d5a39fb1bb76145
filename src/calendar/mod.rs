//! Calendar built in: hours, recurrences, holidays, and their expansion to dates.
