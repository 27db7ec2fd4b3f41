package dev.supertask.store;

/// The text form of the store's two small files. Implemented where JSON lives.
public interface Documents {

    /// The text of a `namespace.json`.
    String write(NamespaceCard card);

    /// The text of an `owner.json`.
    String write(Owner owner);

    /// Reads a `namespace.json`.
    ///
    /// @throws IllegalArgumentException if it is none
    NamespaceCard readCard(String text);

    /// Reads an `owner.json`.
    ///
    /// @throws IllegalArgumentException if it is none
    Owner readOwner(String text);
}
