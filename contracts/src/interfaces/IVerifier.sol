// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title A verifier of validity proofs
interface IVerifier {
    /// @notice Whether `proof` shows that the guest of this verifier's version gave `publicInput`.
    /// @param publicInput as docs/spec.md section 6, one batch or several
    function verify(uint256 publicInput, uint256[] calldata proof) external returns (bool);
}

/// @title Which verifier a protocol version has
/// @notice Powers of the owner: `setVerifier`, once for each version; a wrong one is corrected by a new version.
interface IVerifierRegistry {
    event VerifierSet(uint256 indexed protocolVersion, address indexed verifier);

    function setVerifier(uint256 protocolVersion, address verifier) external;

    /// @notice Verifier of a version; zero if there is none.
    function verifierOf(uint256 protocolVersion) external view returns (address);
}
