// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ProtocolUpgrade} from "../common/Types.sol";

/// @title Versions of the protocol, and the chains that follow them
/// @notice Chains are beacon proxies; the beacon answers each chain the code of the version that this chain follows, so a
/// chain changes its code only when its admin applies an upgrade.
///
/// Powers of the owner:
/// * `setProtocolVersion`: which code a version runs; `setCurrentVersion`: the version of new chains;
/// * `setUpgrade`: what leads from a version to another;
/// * `registerDAValidator`, `unregisterDAValidator`: which data availability chains may choose;
/// * `setValidator`, `freezeChain`, `unfreezeChain`, on any chain;
/// * `deactivatePriorityMode`, on a chain where no priority operation is overdue;
/// * `upgradeToAndCall`: this contract's code.
/// Its verifiers are in the VerifierRegistry, with an owner of their own.
interface IChainTypeManager {
    event ProtocolVersionSet(uint256 indexed protocolVersion, address indexed implementation);
    event CurrentVersionSet(uint256 indexed protocolVersion);
    event UpgradeSet(uint256 indexed oldProtocolVersion, uint256 indexed newProtocolVersion, bytes32 upgradeHash);
    event ChainUpgraded(
        uint256 indexed chainId, uint256 indexed oldProtocolVersion, uint256 indexed newProtocolVersion
    );
    event DAValidatorRegistered(address indexed validator, uint8 scheme);
    event DAValidatorUnregistered(address indexed validator);
    event NewHyperchain(uint256 indexed chainId, address indexed hyperchainContract);

    /// @notice Called by the Bridgehub. `initData` is abi.encode(ChainParams).
    function createNewChain(uint256 chainId, bytes32 baseTokenAssetId, address admin, bytes calldata initData)
        external
        returns (address);

    /// @notice Called by the admin of the chain, with the upgrade that `UpgradeSet` announced.
    function upgradeChainFromVersion(uint256 chainId, uint256 oldProtocolVersion, ProtocolUpgrade calldata upgrade)
        external;

    function setProtocolVersion(uint256 protocolVersion, address implementation) external;

    function setCurrentVersion(uint256 protocolVersion) external;

    function setUpgrade(uint256 oldProtocolVersion, ProtocolUpgrade calldata upgrade) external;

    function registerDAValidator(address validator, uint8 scheme) external;

    function unregisterDAValidator(address validator) external;

    function setValidator(uint256 chainId, address validator, bool active) external;

    function freezeChain(uint256 chainId) external;

    function unfreezeChain(uint256 chainId) external;

    function deactivatePriorityMode(uint256 chainId) external;

    /// @notice Scheme of a listed data availability validator; zero if it is not listed.
    function daValidatorScheme(address validator) external view returns (uint8);

    function currentProtocolVersion() external view returns (uint256);

    function implementationOf(uint256 protocolVersion) external view returns (address);

    /// @notice keccak256(abi.encode(ProtocolUpgrade)) of what leads away from a version; zero if nothing does.
    function upgradeHash(uint256 oldProtocolVersion) external view returns (bytes32);

    /// @notice Address that the chain has or would have.
    function chainAddress(uint256 chainId) external view returns (address);

    function getZKChain(uint256 chainId) external view returns (address);

    function BRIDGE_HUB() external view returns (address);

    function beacon() external view returns (address);
}
