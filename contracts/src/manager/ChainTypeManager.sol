// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ownable2StepUpgradeable} from "@openzeppelin/contracts-upgradeable/access/Ownable2StepUpgradeable.sol";
import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ChainInit, ChainParams, ProtocolUpgrade} from "../common/Types.sol";
import {IChain} from "../interfaces/IChain.sol";
import {IChainTypeManager} from "../interfaces/IChainTypeManager.sol";
import {IL1DAValidator} from "../interfaces/IL1DAValidator.sol";
import {IVerifierRegistry} from "../interfaces/IVerifier.sol";
import {ChainBeacon} from "./ChainBeacon.sol";

/// @title Versions of the protocol, and the chains that follow them
contract ChainTypeManager is IChainTypeManager, Ownable2StepUpgradeable, UUPSUpgradeable, ReentrancyGuardTransient {
    // 0x250aa797
    error NoVerifier(uint256 protocolVersion);
    // 0x107c8d7a
    error VersionTooLarge(uint256 protocolVersion);
    // 0x0
    // 0x4119f77b
    error NotTheBridgehub(address caller);
    // 0x0
    // 0xd2400383
    error NotTheChainAdmin(address caller);
    // 0x0
    // 0x01c48369
    error VersionUnknown(uint256 protocolVersion);
    // 0x0
    // 0x00f38791
    error VersionExists(uint256 protocolVersion);
    // 0x0
    // 0x09475c51
    error VersionNotNewer(uint256 oldProtocolVersion, uint256 newProtocolVersion);
    // 0x0
    // 0x674520b6
    error NoCode(address implementation);
    // 0x0
    // 0x0d753686
    error ChainUnknown(uint256 chainId);
    // 0x0
    // 0x1738b913
    error ChainFollowsOtherVersion(uint256 chainId, uint256 protocolVersion);
    // 0x0
    // 0x7ce83339
    error UpgradeMismatch(bytes32 given, bytes32 registered);
    // 0x0
    // 0xd5872b06
    error DASchemeMismatch(address validator, uint8 scheme);

    /// @inheritdoc IChainTypeManager
    address public immutable BRIDGE_HUB;
    address public immutable VERIFIER_REGISTRY;
    address public immutable MESSAGE_ROOT;

    ChainBeacon private _beacon;
    /// @inheritdoc IChainTypeManager
    uint256 public currentProtocolVersion;
    /// @inheritdoc IChainTypeManager
    mapping(uint256 protocolVersion => address) public implementationOf;
    /// @inheritdoc IChainTypeManager
    mapping(uint256 oldProtocolVersion => bytes32) public upgradeHash;
    /// @inheritdoc IChainTypeManager
    mapping(address validator => uint8) public daValidatorScheme;
    mapping(uint256 chainId => address) private _chains;

    modifier onlyBridgehub() {
        if (msg.sender != BRIDGE_HUB) revert NotTheBridgehub(msg.sender);
        _;
    }

    constructor(address bridgehub, address verifierRegistry, address messageRoot) {
        BRIDGE_HUB = bridgehub;
        VERIFIER_REGISTRY = verifierRegistry;
        MESSAGE_ROOT = messageRoot;
        _disableInitializers();
    }

    function initialize(address owner) external initializer {
        __Ownable_init(owner);
        _beacon = new ChainBeacon();
    }

    /* Chains */

    /// @inheritdoc IChainTypeManager
    /// @dev The code is set before the proxy exists, because its constructor asks the beacon; the proxy is made without
    /// data, so that its address depends on the chain id alone, and initialized in the same transaction.
    function createNewChain(uint256 chainId, bytes32 baseTokenAssetId, address admin, bytes calldata initData)
        external
        onlyBridgehub
        nonReentrant
        returns (address chain)
    {
        uint256 version = currentProtocolVersion;
        address implementation = implementationOf[version];
        if (implementation == address(0)) revert VersionUnknown(version);

        chain = chainAddress(chainId);
        _chains[chainId] = chain;
        _beacon.set(chain, implementation);
        new BeaconProxy{salt: bytes32(chainId)}(address(_beacon), "");
        IChain(chain)
            .initialize(
                ChainInit({
                chainId: chainId,
                bridgehub: BRIDGE_HUB,
                chainTypeManager: address(this),
                verifierRegistry: VERIFIER_REGISTRY,
                messageRoot: MESSAGE_ROOT,
                admin: admin,
                protocolVersion: version,
                baseTokenAssetId: baseTokenAssetId,
                params: abi.decode(initData, (ChainParams))
            })
            );
        emit NewHyperchain(chainId, chain);
    }

    /// @inheritdoc IChainTypeManager
    function upgradeChainFromVersion(uint256 chainId, uint256 oldProtocolVersion, ProtocolUpgrade calldata upgrade)
        external
        nonReentrant
    {
        IChain chain = _chain(chainId);
        if (msg.sender != chain.getAdmin()) revert NotTheChainAdmin(msg.sender);
        uint256 version = chain.getProtocolVersion();
        if (version != oldProtocolVersion) revert ChainFollowsOtherVersion(chainId, version);
        bytes32 given = keccak256(abi.encode(upgrade));
        bytes32 registered = upgradeHash[oldProtocolVersion];
        if (given != registered) revert UpgradeMismatch(given, registered);

        _beacon.set(address(chain), implementationOf[upgrade.newProtocolVersion]);
        chain.applyUpgrade(upgrade);
        emit ChainUpgraded(chainId, oldProtocolVersion, upgrade.newProtocolVersion);
    }

    /// @inheritdoc IChainTypeManager
    function chainAddress(uint256 chainId) public view returns (address) {
        bytes memory initCode = abi.encodePacked(type(BeaconProxy).creationCode, abi.encode(address(_beacon), ""));
        return Create2.computeAddress(bytes32(chainId), keccak256(initCode));
    }

    /// @inheritdoc IChainTypeManager
    function getZKChain(uint256 chainId) external view returns (address) {
        return _chains[chainId];
    }

    /// @inheritdoc IChainTypeManager
    function beacon() external view returns (address) {
        return address(_beacon);
    }

    /* Owner */

    /// @inheritdoc IChainTypeManager
    function setProtocolVersion(uint256 protocolVersion, address implementation) external onlyOwner {
        if (protocolVersion > type(uint64).max) revert VersionTooLarge(protocolVersion);
        if (implementationOf[protocolVersion] != address(0)) revert VersionExists(protocolVersion);
        if (implementation.code.length == 0) revert NoCode(implementation);
        implementationOf[protocolVersion] = implementation;
        emit ProtocolVersionSet(protocolVersion, implementation);
    }

    /// @inheritdoc IChainTypeManager
    function setCurrentVersion(uint256 protocolVersion) external onlyOwner {
        _checkUsable(protocolVersion);
        currentProtocolVersion = protocolVersion;
        emit CurrentVersionSet(protocolVersion);
    }

    /// @inheritdoc IChainTypeManager
    function setUpgrade(uint256 oldProtocolVersion, ProtocolUpgrade calldata upgrade) external onlyOwner {
        uint256 version = upgrade.newProtocolVersion;
        if (version <= oldProtocolVersion) revert VersionNotNewer(oldProtocolVersion, version);
        _checkUsable(version);
        bytes32 hash = keccak256(abi.encode(upgrade));
        upgradeHash[oldProtocolVersion] = hash;
        emit UpgradeSet(oldProtocolVersion, version, hash);
    }

    /// @inheritdoc IChainTypeManager
    function registerDAValidator(address validator, uint8 scheme) external onlyOwner {
        if (scheme == 0 || IL1DAValidator(validator).scheme() != scheme) revert DASchemeMismatch(validator, scheme);
        daValidatorScheme[validator] = scheme;
        emit DAValidatorRegistered(validator, scheme);
    }

    /// @inheritdoc IChainTypeManager
    /// @dev Chains that use it already go on using it; their admins choose another.
    function unregisterDAValidator(address validator) external onlyOwner {
        delete daValidatorScheme[validator];
        emit DAValidatorUnregistered(validator);
    }

    /// @inheritdoc IChainTypeManager
    function setValidator(uint256 chainId, address validator, bool active) external onlyOwner {
        _chain(chainId).setValidator(validator, active);
    }

    /// @inheritdoc IChainTypeManager
    function freezeChain(uint256 chainId) external onlyOwner {
        _chain(chainId).freeze();
    }

    /// @inheritdoc IChainTypeManager
    function unfreezeChain(uint256 chainId) external onlyOwner {
        _chain(chainId).unfreeze();
    }

    /// @inheritdoc IChainTypeManager
    function deactivatePriorityMode(uint256 chainId) external onlyOwner {
        _chain(chainId).deactivatePriorityMode();
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}

    /// @dev A chain of a version without code or verifier could not settle.
    function _checkUsable(uint256 protocolVersion) private view {
        if (implementationOf[protocolVersion] == address(0)) revert VersionUnknown(protocolVersion);
        address verifier = IVerifierRegistry(VERIFIER_REGISTRY).verifierOf(protocolVersion);
        if (verifier == address(0)) revert NoVerifier(protocolVersion);
    }

    function _chain(uint256 chainId) private view returns (IChain) {
        address chain = _chains[chainId];
        if (chain == address(0)) revert ChainUnknown(chainId);
        return IChain(chain);
    }
}
