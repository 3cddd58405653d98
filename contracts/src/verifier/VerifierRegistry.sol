// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IVerifierRegistry} from "../interfaces/IVerifier.sol";

/// @title Which verifier a protocol version has
contract VerifierRegistry is IVerifierRegistry, Ownable2Step {
    // 0x0
    // 0x5753c177
    error VerifierExists(uint256 protocolVersion);
    // 0x0
    // 0x674520b6
    error NoCode(address verifier);

    /// @inheritdoc IVerifierRegistry
    mapping(uint256 protocolVersion => address) public verifierOf;

    constructor(address owner) Ownable(owner) {}

    /// @inheritdoc IVerifierRegistry
    function setVerifier(uint256 protocolVersion, address verifier) external onlyOwner {
        if (verifierOf[protocolVersion] != address(0)) revert VerifierExists(protocolVersion);
        if (verifier.code.length == 0) revert NoCode(verifier);
        verifierOf[protocolVersion] = verifier;
        emit VerifierSet(protocolVersion, verifier);
    }
}
