//! Geography built in: communes, postal codes, positions.
